// ---- the program inside the page ----

const $ = (id) => document.getElementById(id);

// base64 -> bytes.
function decode(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

// <script id="program" type="text/plain"> of base64 of gzip -> the running module. No fetch: the policy forbids
// connections. The browser compiles while it unpacks.
function startProgram(canvas) {
  const packed = new Blob([decode($('program').textContent)]);
  const stream = packed.stream().pipeThrough(new DecompressionStream('gzip'));
  const wasm = new Response(stream, { headers: { 'content-type': 'application/wasm' } });
  return new Promise((resolve, reject) => {
    createHearsay({
      canvas,
      instantiateWasm(imports, ready) {
        WebAssembly.instantiateStreaming(wasm, imports)
          .then(({ instance, module }) => ready(instance, module), reject);
        return {};
      },
      print: () => {},
      printErr: (text) => console.error(text),
    }).then(resolve, reject);
  });
}

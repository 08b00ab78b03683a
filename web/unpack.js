// ---- the program inside the page ----

const $ = (id) => document.getElementById(id);

// <script type="text/plain"> of base64 of gzip -> bytes.
async function unpack(id) {
  const packed = Uint8Array.from(atob($(id).textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

function startProgram(canvas) {
  return createHearsay({
    canvas,
    // No fetch: the bytes are here, and the policy forbids connections.
    instantiateWasm(imports, ready) {
      unpack('program')
        .then((bytes) => WebAssembly.instantiate(bytes, imports))
        .then(({ instance, module }) => ready(instance, module));
      return {};
    },
    print: () => {},
    printErr: (text) => console.error(text),
  });
}

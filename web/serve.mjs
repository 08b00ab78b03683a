// node web/serve.mjs PORT: serves dist/ on localhost, prints the address, and opens it where there is a desktop.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../dist');
const files = { '/': 'hearsay.html', '/hearsay.html': 'hearsay.html' };

const server = createServer(async (request, response) => {
  const name = files[new URL(request.url, 'http://localhost').pathname];
  if (!name) {
    response.writeHead(404).end();
    return;
  }
  const body = await readFile(join(folder, name));
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body);
});

let port = Number(process.argv[2] ?? 8080);
server.on('error', (error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  port += 1;  // another program has it
  server.listen(port, 'localhost');
});
server.on('listening', () => {
  const address = `http://localhost:${port}/`;
  console.log(`${address} (Ctrl+C ends it)`);
  const desktop = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (desktop) {
    spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [address], { stdio: 'ignore', detached: true })
      .on('error', () => {}).unref();
  }
});
server.listen(port, 'localhost');

// Serves the demo on this machine alone and prints its address.
//   node test/lib/serve.mjs          as built (npm start)
//   node test/lib/serve.mjs --dev    from the sources, reloading (npm run dev)
import { fileURLToPath } from 'node:url';
import { createServer, preview } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const host = '127.0.0.1';
const port = Number(process.env.PORT ?? 8080); // taken: the next free one
const noDotFiles = {
  name: 'no-dot-files',
  configurePreviewServer: ({ middlewares }) =>
    void middlewares.use((request, response, next) =>
      request.url.includes('/.') ? response.writeHead(404).end() : next(),
    ),
};
/** Who opens the address alone is led to the demo. */
const toDemo = ({ middlewares }) =>
  void middlewares.use((request, response, next) =>
    request.url === '/' ? response.writeHead(302, { location: '/demo/' }).end() : next(),
  );
const homePage = { name: 'home-page', configureServer: toDemo, configurePreviewServer: toDemo };

let server;
if (process.argv.includes('--dev')) {
  server = await createServer({ root, logLevel: 'warn', plugins: [homePage], server: { host, port } });
  await server.listen();
} else
  server = await preview({
    root,
    logLevel: 'error',
    plugins: [homePage, noDotFiles],
    preview: { host, port },
  });

// The address comes last: nothing that is printed before it has to be looked through.
const [address] = server.resolvedUrls.local;
console.log(`\n  Ctrl+C ends it.\n\n  Gallery: ${address}demo/gallery.html\n  Demo:    ${address}demo/\n`);

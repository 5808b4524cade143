import { createServer } from 'node:net';

/** Throws with what to do when somebody listens on the port already. */
export function requirePort(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', () =>
      reject(
        new Error(
          `Port ${port} is taken. Stop what listens there, or choose another one: npm run demo -- --port ${
            port + 100
          }`,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => server.close(resolve));
  });
}

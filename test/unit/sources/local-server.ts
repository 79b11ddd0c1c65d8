import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from "node:net";

export interface LocalServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves on 127.0.0.1, on a free port below 32768. */
export function serveHttp(listener: RequestListener): Promise<LocalServer> {
  return listen(() => createServer({ maxHeaderSize: 65_536 }, listener));
}

export function serveTls(certificate: { key: string; cert: string }, listener: RequestListener): Promise<LocalServer> {
  return listen(() => createTlsServer(certificate, listener));
}

export function serveTcp(onSocket: (socket: Socket) => void): Promise<LocalServer> {
  return listen(() => createTcpServer(onSocket));
}

async function listen(create: () => TcpServer | Server): Promise<LocalServer> {
  for (let tries = 0; ; tries += 1) {
    const server = create();
    const sockets = new Set<Socket>();
    for (const event of ["connection", "secureConnection"]) {
      server.on(event, (socket: Socket) => {
        sockets.add(socket);
        socket.on("error", () => {});
        socket.on("close", () => sockets.delete(socket));
      });
    }
    server.on("tlsClientError", () => {});
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(10_000 + Math.floor(Math.random() * 22_000), "127.0.0.1", resolve);
      });
    } catch (error) {
      if (tries < 20) continue;
      throw error;
    }
    return {
      port: (server.address() as AddressInfo).port,
      close: () =>
        new Promise((resolve) => {
          for (const socket of sockets) socket.destroy();
          server.close(() => resolve());
        }),
    };
  }
}

import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** Says that it is a Redis of some version, and OK to everything else. */
export async function olderRedis(version: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    let text = "";
    socket.setEncoding("latin1").on("data", (more: string) => {
      text += more;
      for (let command = take(); command; command = take()) socket.write(replyTo(command));
    });
    /** The first whole command of what came: "*2\r\n$4\r\nINFO\r\n…". */
    function take(): string | null {
      const count = /^\*(\d+)\r\n/.exec(text);
      if (!count) return null;
      const words = [];
      let at = count[0].length;
      for (let i = 0; i < Number(count[1]); i++) {
        const size = /^\$(\d+)\r\n/.exec(text.slice(at));
        if (!size) return null;
        const from = at + size[0].length;
        at = from + Number(size[1]) + 2;
        if (at > text.length) return null;
        words.push(text.slice(from, at - 2));
      }
      text = text.slice(at);
      return words[0] ?? "";
    }
  });
  function replyTo(command: string): string {
    const info = `redis_version:${version}\r\nloading:0\r\nmaxmemory_policy:noeviction\r\n`;
    if (/^info$/i.test(command)) return `$${info.length}\r\n${info}\r\n`;
    return /^hello$/i.test(command) ? "-ERR unknown command `HELLO`\r\n" : "+OK\r\n";
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

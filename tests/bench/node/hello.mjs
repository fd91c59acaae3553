// What somebody might pick instead: one command that is acknowledged, as the manual of Bolt says.
import { createRequire } from "node:module";

const [, , modules, secret, port] = process.argv;
const bolt = createRequire(modules)("@slack/bolt");
const app = new bolt.App({
  signingSecret: secret,
  authorize: async () => ({ botToken: "xoxb-1", botId: "B1", botUserId: "U0" }),
});
app.command("/zorgsignaal", async ({ ack }) => {
  await ack();
});
await app.start({ port: Number(port), host: "127.0.0.1" });

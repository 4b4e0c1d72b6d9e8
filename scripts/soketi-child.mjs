import Module, { createRequire } from "node:module";

// Runs Soketi and ends with the process that started it, however that one ended.
process.on("disconnect", () => process.exit(1));

// Soketi loads the clients of every database and queue that it could use, which takes it a second and 40 MB. None of
// them is used here: each is loaded when something of it is asked for, which would be when Soketi is set up otherwise.
const clients = new Set(["aws-sdk", "bullmq", "ioredis", "knex", "nats", "pm2"]);
// What `require` itself calls, and what tools that watch it replace; Node's types do not name it.
const loader = /** @type {{ _load: (name: string, ...rest: unknown[]) => any }} */ (
  /** @type {unknown} */ (Module)
);
const load = loader._load;
loader._load = function loadOrPutOff(name, ...rest) {
  const now = () => load.call(this, name, ...rest);
  return clients.has(name) ? putOff(now) : now();
};

const require = createRequire(import.meta.url);

// Soketi ends the connection with each of its answers; the server publishes over one that it keeps.
const handlers = "@soketi/soketi/dist/http-handler";
const { HttpHandler } = require(handlers);
for (const name of ["send", "sendJson"]) {
  const answer = HttpHandler.prototype[name];
  /** @param {{ end: Function }} response @param {unknown[]} rest */
  HttpHandler.prototype[name] = function answerAndKeep(response, ...rest) {
    const end = response.end;
    /** @param {unknown} body */
    response.end = (body) => end.call(response, body);
    return answer.call(this, response, ...rest);
  };
}

require("@soketi/soketi/bin/server.js");

/**
 * Stands for a module that is loaded at its first use.
 * @param {() => any} loadNow
 */
function putOff(loadNow) {
  return new Proxy(class {}, {
    // Whether it is an ES module is asked of everything that is imported.
    get: (_, key) => (key === "__esModule" ? undefined : loadNow()[key]),
    construct: (_, parameters) => Reflect.construct(loadNow(), parameters),
  });
}

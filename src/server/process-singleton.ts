const registry = Symbol.for("offchat.process");
type Registry = Map<string, unknown>;

/**
 * The one instance of `name` in this process. Pages and the server are bundled apart, so a module
 * variable would exist twice: what must be single (pool, caches, publisher) lives on `globalThis`.
 */
export function processSingleton<T>(name: string, create: () => T): T {
  const holder = globalThis as { [registry]?: Registry };
  holder[registry] ??= new Map();
  const instances = holder[registry];
  if (!instances.has(name)) instances.set(name, create());
  return instances.get(name) as T;
}

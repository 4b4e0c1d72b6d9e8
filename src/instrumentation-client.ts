// Runs before everything else in a browser. Otherwise the first schema tries out whether it may compile code from text:
// it may not, and every page that checks something would report that. This is where zod looks for its configuration,
// so that pages which check nothing need not load it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};

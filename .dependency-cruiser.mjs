/**
 * The directions of docs/architecture.md as rules. Each comment says where the code belongs instead.
 * `types` rules see every import; `runtime` rules do not see `import type`, which leaves nothing in a program.
 * Paths end in `.ts.js` here (see scripts/architecture/mirror-sources.mjs). Tests import what they like.
 */
const clientSafe = "^src/(features/(?!.*/server/)(?!.*router\\.ts)|components/|lib/|i18n/(?!request\\.ts))";
const serverCode =
  "^src/(server|supervisor|worker|cli)/|^src/features/.*/server/|^src/features/.*router\\.ts";

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
export const types = [
  {
    name: "lib-imports-nothing",
    comment: "src/lib is pure: what needs more than its parameters belongs to src/server or to a feature.",
    from: { path: "^src/lib/" },
    to: { path: "^src/(?!lib/)" },
  },
  {
    name: "nobody-imports-app",
    comment: "src/app holds routes only: what is shared belongs to a feature's ui/ or to src/components.",
    from: { path: "^src/(?!app/)" },
    to: { path: "^src/app/" },
  },
  {
    name: "server-knows-no-feature",
    comment:
      "src/server could ship in another product: what knows the product belongs to a feature's server/.",
    from: { path: "^src/server/" },
    to: { path: "^src/(?!server/|lib/)" },
  },
  {
    name: "components-know-no-feature",
    comment: "src/components is free of the product: what knows it belongs to a feature's ui/.",
    from: { path: "^src/components/" },
    to: { path: "^src/(?!components/|lib/|i18n/)" },
  },
  {
    name: "features-below-composition",
    comment: "Features are composed by app, trpc, worker, supervisor and cli, and know none of them.",
    from: { path: "^src/features/", pathNot: "^src/features/.*/ui/" },
    to: { path: "^src/(app|trpc|worker|supervisor|cli)/|^src/server\\.ts" },
  },
  {
    name: "screens-call-procedures",
    comment: "A feature's ui/ reaches the server through the procedures of src/trpc and nothing else.",
    from: { path: "^src/features/.*/ui/" },
    to: { path: "^src/(server|worker|supervisor|cli)/|^src/features/.*/server/|^src/server\\.ts" },
  },
  {
    name: "pages-read-through-procedures",
    comment:
      "Pages read through src/trpc/rsc: the rules of access then hold for them too. Only api/ serves protocols.",
    from: { path: "^src/app/", pathNot: "^src/app/api/" },
    to: {
      path: "^src/(server|worker|supervisor|cli)/|^src/features/.*/server/|router\\.ts",
      // What a request is, and where browsers connect: no data of anybody's.
      pathNot: "^src/server/(context|realtime/public-endpoint)\\.ts",
    },
  },
  {
    name: "compositions-apart",
    comment: "trpc, worker, supervisor and cli are composed apart: what two of them need belongs below them.",
    from: { path: "^src/(trpc|worker|supervisor)/" },
    to: { path: "^src/(trpc|worker|supervisor|cli)/|^src/server\\.ts", pathNot: "^src/$1/" },
  },
  {
    name: "routers-call-use-cases",
    comment:
      "A router names procedures and their rate limits: rules and queries belong to a use-case in its feature's server/.",
    from: { path: "^src/features/([^/]+)/.*router\\.ts" },
    to: {
      path: "^src/",
      pathNot: [
        "^src/server/trpc/",
        "^src/features/security/server/limited\\.ts",
        "^src/features/$1/.*(input|router)\\.ts",
        "^src/features/$1/.*server/",
      ],
    },
  },
  {
    name: "transactions-publish",
    comment: "Events go out with the transaction that caused them: call tx.emit, not the publisher.",
    from: {
      path: "^src/",
      pathNot:
        "^src/(server/realtime/|server/db/transaction\\.ts|worker/|supervisor/run-tool\\.ts|server\\.ts|testing/)",
    },
    to: { path: "^src/server/realtime/publisher\\.ts" },
  },
  {
    name: "product-without-tests",
    comment: "The product does not contain its tests' tools: what it needs belongs to the product.",
    from: { path: "^src/(?!testing/)" },
    to: { path: "^src/testing/" },
  },
];

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
export const runtime = [
  {
    name: "client-safe",
    comment:
      "Everything of a feature outside server/ and its routers may run in a browser: server code belongs to server/.",
    from: { path: clientSafe },
    to: { path: serverCode, reachable: true },
  },
  {
    name: "no-import-cycles",
    comment:
      "Files that import each other load in an order nobody chose: move what both need to a third file.",
    from: { path: "^src/" },
    to: { circular: true },
  },
];

/**
 * Seen without the rest of the product, through which features depend on each other by composition.
 * @type {import("dependency-cruiser").IForbiddenRuleType[]}
 */
export const features = [
  {
    name: "features-form-no-knot",
    comment: "Features that need each other are one feature, or a third one that both need.",
    scope: "folder",
    from: { path: "^src/features/[^/]+$" },
    to: { circular: true, path: "^src/features/[^/]+$" },
  },
];

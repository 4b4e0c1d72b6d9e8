// The other side of in-own-process.ts, which ends this process once it has the answer: what is said while ending may be
// heard after the end.
process.once("disconnect", () => process.exit());
process.once("message", async (config) => {
  try {
    const { load } = await import(`../load/${process.argv[2]}.ts`);
    process.send?.({ result: await load(config) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

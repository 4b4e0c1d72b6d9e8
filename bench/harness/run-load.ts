// The other side of in-own-process.ts.
process.once("message", async (config) => {
  try {
    const { load } = await import(`../load/${process.argv[2]}.ts`);
    process.send?.({ result: await load(config) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  process.disconnect();
});

/**
 * Runs one step of the start and says how long it took, with a sign of life while it lasts.
 * @param {string} title
 * @param {() => Promise<void>} work
 */
export async function step(title, work) {
  console.log(`${title} …`);
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const sign = setInterval(() => console.log(`  still at it after ${seconds()}`), 15_000);
  try {
    await work();
    console.log(`  done in ${seconds()}`);
  } finally {
    clearInterval(sign);
  }
}

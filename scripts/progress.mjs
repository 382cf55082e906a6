const beatEvery = 5_000;
// Work that shows its own output needs a beat only when it falls silent.
const beatsUntilSilent = 6;

const seconds = since => `${Math.round((Date.now() - since) / 1000)} s`;

/**
 * Says what is being done, that it goes on, and how long it took.
 * @param work is given a function to report the latest news with
 */
export async function step(title, work) {
  const since = Date.now();
  let news = '';
  console.log(`▸ ${title}`);
  let beats = 0;
  const beat = setInterval(() => {
    beats += 1;
    if (news || beats % beatsUntilSilent === 0) {
      console.log(`  ${seconds(since)}  ${news}`.trimEnd());
    }
  }, beatEvery);
  try {
    const result = await work(latest => {
      news = latest.trim().slice(0, 120);
    });
    console.log(`  done in ${seconds(since)}`);
    return result;
  } finally {
    clearInterval(beat);
  }
}

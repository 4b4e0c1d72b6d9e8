import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { processSingleton } from "@/server/process-singleton";
import { redis } from "./redis";

type Limiter = {
  points: number;
  consume: (key: string) => Promise<unknown>;
  insurance: RateLimiterMemory | null;
};

const limiters = () => processSingleton("rate-limiters", () => new Map<string, Promise<Limiter>>());

/** Where events are counted: in Redis for all processes together (`REDIS_URL`), else in each one's memory. */
export async function rateLimitStore(): Promise<"redis" | "memory"> {
  return (await redis()) ? "redis" : "memory";
}

/**
 * Counts one event of `key` in a window of `seconds`. Returns 0, or after how many seconds the next is
 * allowed when there were more than `allowed`. While Redis is away, each process counts by itself.
 * @param counter names the count; its `seconds` must not change while the process lives
 */
export async function countEvent(
  counter: string,
  key: string,
  limit: { allowed: number; seconds: number },
): Promise<number> {
  const made = limiters().get(counter) ?? makeLimiter(counter, limit);
  limiters().set(counter, made);
  const limiter = await made;
  limiter.points = limit.allowed;
  if (limiter.insurance) limiter.insurance.points = limit.allowed;
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}

async function makeLimiter(
  counter: string,
  { allowed, seconds }: { allowed: number; seconds: number },
): Promise<Limiter> {
  const options = { keyPrefix: `offchat:${counter}`, points: allowed, duration: seconds };
  const memory = new RateLimiterMemory(options);
  const storeClient = await redis();
  if (!storeClient) return Object.assign(memory, { insurance: null });
  const shared = new RateLimiterRedis({
    ...options,
    storeClient,
    insuranceLimiter: memory,
    // A request must not wait for a Redis that is away.
    rejectIfRedisNotReady: true,
  });
  return Object.assign(shared, { insurance: memory });
}

import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { processSingleton } from "@/server/process-singleton";

const limiters = () => processSingleton("rate-limiters", () => new Map<string, RateLimiterMemory>());

/**
 * Counts one event of `key` in a window of `seconds`; counting happens in this process's memory. Returns 0,
 * or after how many seconds the next is allowed when there were more than `allowed`.
 * @param counter names the count; its `seconds` must not change while the process lives
 */
export async function countEvent(
  counter: string,
  key: string,
  limit: { allowed: number; seconds: number },
): Promise<number> {
  let limiter = limiters().get(counter);
  if (!limiter) {
    limiter = new RateLimiterMemory({ keyPrefix: counter, points: limit.allowed, duration: limit.seconds });
    limiters().set(counter, limiter);
  }
  limiter.points = limit.allowed;
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}

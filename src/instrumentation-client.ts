import { config } from "zod/v4/core";

// Runs before everything else in a browser. Otherwise the first schema tries out whether it may compile code from text:
// it may not, and every page that checks something would report that.
config({ jitless: true });

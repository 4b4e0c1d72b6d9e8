"use client";

import { createContext } from "react";
import type { PresenceStore } from "./presence-store";

/** Null until the page is connected. */
export const PresenceContext = createContext<PresenceStore | null>(null);

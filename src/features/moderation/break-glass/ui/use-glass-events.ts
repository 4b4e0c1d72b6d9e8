"use client";

import { useChannel } from "@/components/listen";
import { trpc } from "@/trpc/react";
import { glassChannel } from "../events";

/** Keeps requests on screen true to what others decide and to what runs out. */
export function useGlassEvents(): void {
  const utils = trpc.useUtils();
  const readAnew = () => {
    void utils.admin.breakGlass.get.invalidate();
    void utils.admin.breakGlass.list.invalidate();
  };
  useChannel(glassChannel, readAnew, readAnew);
}

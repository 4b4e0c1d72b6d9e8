"use client";

import { useTimeZone } from "next-intl";
import { useEffect } from "react";
import { timeZoneCookie } from "@/lib/locales";
import { rememberPreference } from "@/lib/remember-preference";
import { useLocalTimeZone } from "./use-local-time-zone";

/** Tells the server the reader's time zone, so that from the next page on it renders their times. */
export function TimeZoneCookie() {
  const known = useTimeZone();
  const actual = useLocalTimeZone();
  useEffect(() => {
    if (known !== actual) rememberPreference(timeZoneCookie, actual);
  }, [known, actual]);
  return null;
}

"use client";

import { useTranslations } from "next-intl";
import { useListView } from "@/components/data-table/use-list-view";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { LiveSessions } from "./live-sessions";
import { sessionsRules } from "./session-views";
import { SignIns } from "./sign-ins";

/** Everybody's devices, and every attempt to sign in; the choice stands in the address. */
export function Sessions() {
  const t = useTranslations("security.sessions");
  const list = useListView(sessionsRules);
  const shown = list.view.filters.show ?? "live";
  return (
    <Tabs
      value={shown}
      onValueChange={(next) => list.show({ query: "", filters: next === "live" ? {} : { show: next } })}
      className="min-w-0 gap-4"
    >
      <TabsList aria-label={t("title")}>
        <TabsTrigger value="live">{t("live")}</TabsTrigger>
        <TabsTrigger value="attempts">{t("attempts")}</TabsTrigger>
      </TabsList>
      <TabsContent value={shown} className="min-w-0 space-y-3">
        {shown === "live" ? <LiveSessions list={list} /> : <SignIns list={list} />}
      </TabsContent>
    </Tabs>
  );
}

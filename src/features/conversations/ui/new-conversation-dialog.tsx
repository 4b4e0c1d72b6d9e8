"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { useReturnFocus } from "@/components/use-return-focus";
import { DirectForm } from "./direct-form";
import { GroupForm } from "./group-form";

/** Starts a conversation: with one person, or as a group. */
export function NewConversationDialog({ onClose }: { onClose: () => void }) {
  const returnFocus = useReturnFocus();
  const t = useTranslations("conversations.new");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent {...returnFocus}>
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        <Tabs defaultValue="direct" className="min-w-0 gap-4">
          <TabsList className="w-full">
            <TabsTrigger value="direct">{t("direct")}</TabsTrigger>
            <TabsTrigger value="group">{t("group")}</TabsTrigger>
          </TabsList>
          <TabsContent value="direct">
            <DirectForm onDone={onClose} />
          </TabsContent>
          <TabsContent value="group">
            <GroupForm onDone={onClose} />
          </TabsContent>
        </Tabs>
      </DialogContent>
    </Dialog>
  );
}

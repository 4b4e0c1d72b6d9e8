DROP INDEX "break_glass_grants_conversation_idx";--> statement-breakpoint
CREATE INDEX "audit_entries_country_idx" ON "audit_entries" USING btree ("country","at","id") WHERE "audit_entries"."country" is not null;--> statement-breakpoint
CREATE INDEX "break_glass_grants_created_idx" ON "break_glass_grants" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "job_items_undoable_idx" ON "job_items" USING btree ("job_id") WHERE "job_items"."state" = 'done' and "job_items"."before" is not null;--> statement-breakpoint
CREATE INDEX "messages_minutes_idx" ON "messages" USING brin ("created_at") WITH (pages_per_range=16,autosummarize=true);--> statement-breakpoint
CREATE INDEX "break_glass_grants_conversation_idx" ON "break_glass_grants" USING btree ("conversation_id","created_at","id");
DROP INDEX "break_glass_grants_conversation_idx";--> statement-breakpoint
CREATE INDEX "break_glass_grants_created_idx" ON "break_glass_grants" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "break_glass_grants_conversation_idx" ON "break_glass_grants" USING btree ("conversation_id","created_at","id");
ALTER TABLE "messages" ADD COLUMN "search_vector" "tsvector" GENERATED ALWAYS AS (search_vector(body, author_id)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "conversations_name_search_idx" ON "conversations" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "messages_created_idx" ON "messages" USING btree ("conversation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_search_idx" ON "messages" USING gin ("conversation_id","search_vector");
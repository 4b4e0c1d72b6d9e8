CREATE INDEX "conversations_folded_name_idx" ON "conversations" USING gin (search_name("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "conversations_name_pairs_idx" ON "conversations" USING gin (search_bigrams("name"));--> statement-breakpoint
CREATE INDEX "users_folded_name_idx" ON "users" USING gin (search_name("username" || ' ' || "display_name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "users_name_pairs_idx" ON "users" USING gin (search_bigrams("display_name"));
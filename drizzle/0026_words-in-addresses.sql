-- The words inside of web addresses, e-mail addresses and names of files, which the parser takes as one each.
CREATE FUNCTION search_address_words(body text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN (
  SELECT to_tsvector('public.offchat', coalesce(string_agg(regexp_replace(address, '[^[:alnum:]]+', ' ', 'g'), ' '), ''))
  FROM regexp_split_to_table(body, '\s+') AS address
  WHERE address ~ '[[:alnum:]][./@_:]+[[:alnum:]]'
);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_vector(body text, author_id uuid) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN
  to_tsvector('public.offchat', normalize(body, NFKC))
  || CASE WHEN body ~ '[[:alnum:]][./@_:]+[[:alnum:]]' THEN search_address_words(normalize(body, NFKC)) ELSE ''::tsvector END
  || CASE WHEN body ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0002FA1F]'
       THEN search_bigrams(normalize(body, NFKC)) ELSE ''::tsvector END
  || array_to_tsvector(array['from:' || author_id])
  || CASE WHEN body ~* '\mhttps?://' THEN array_to_tsvector(array['has:link']) ELSE ''::tsvector END;
--> statement-breakpoint
-- What is stored is computed anew for the messages that it concerns.
UPDATE "messages" SET "body" = "body" WHERE "body" ~ '[[:alnum:]][./@_:]+[[:alnum:]]';

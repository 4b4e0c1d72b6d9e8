CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION offchat (COPY = simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION offchat
  ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part, numword, numhword, hword_numpart
  WITH unaccent, simple;
--> statement-breakpoint
-- Scripts written without spaces (Thai, Lao, Burmese, Khmer, kana, Chinese characters) and Korean, whose particles
-- stick to the word: every pair of neighbouring characters is a lexeme, so that any part of a run can be found.
CREATE FUNCTION search_bigrams(body text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN (
  SELECT coalesce(string_agg(format('''%s'':%s', substr(run.characters[1], i, 2), least(16383, run.n * 64 + i)), ' '), '')::tsvector
  FROM regexp_matches(body, '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0002FA1F]+', 'g')
    WITH ORDINALITY AS run (characters, n),
    generate_series(1, length(run.characters[1])) AS i
);
--> statement-breakpoint
-- What a message is found by: its words without accents, pairs of characters where there are no words, and
-- lexemes for the operators from: and has:link, so that one index answers them all.
CREATE FUNCTION search_vector(body text, author_id uuid) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN
  to_tsvector('public.offchat', normalize(body, NFKC))
  || CASE WHEN body ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0002FA1F]'
       THEN search_bigrams(normalize(body, NFKC)) ELSE ''::tsvector END
  || array_to_tsvector(array['from:' || author_id])
  || CASE WHEN body ~* '\mhttps?://' THEN array_to_tsvector(array['has:link']) ELSE ''::tsvector END;

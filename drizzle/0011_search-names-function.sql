-- Names as they are compared when somebody jumps to people and groups: without case and accents.
CREATE FUNCTION search_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(public.unaccent('public.unaccent', normalize(name, NFKC)));

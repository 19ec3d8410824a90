-- Organisations and the words: frameworks, their levels, groups, competencies, statements and alignments.
-- Safe: creates only.

create table organization (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null default now()
);

create table framework (
  organization_id uuid not null references organization (id),
  id uuid not null,
  slug text not null,
  title text not null,
  summary text,
  publisher text,
  source jsonb,
  licence jsonb not null,
  language text not null,
  version text not null,
  scale_kind text not null check (scale_kind in ('proficiency', 'stage', 'bands')),
  -- 'library': shipped with Sightline and renewed from its file; 'intake': read in from a document.
  origin text not null check (origin in ('library', 'intake', 'file')),
  -- Fingerprint of the file a library framework was loaded from, so that an unchanged file costs nothing.
  fingerprint text,
  published_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, slug)
);

create table framework_level (
  organization_id uuid not null,
  framework_id uuid not null,
  id uuid not null,
  key text not null,
  position integer not null,
  number integer,
  name text,
  description text,
  cues text[] not null,
  primary key (organization_id, id),
  unique (organization_id, framework_id, key),
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade
);

create table framework_group (
  organization_id uuid not null,
  framework_id uuid not null,
  id uuid not null,
  key text not null,
  position integer not null,
  code text,
  name text not null,
  definition text,
  primary key (organization_id, id),
  unique (organization_id, framework_id, key),
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade
);

create table competency (
  organization_id uuid not null,
  framework_id uuid not null,
  id uuid not null,
  key text not null,
  position integer not null,
  group_key text,
  code text,
  name text not null,
  definition text,
  why text,
  aliases text[] not null,
  -- Without an index: competencies are few, and row-level security would keep a query from using it (see statement_words).
  search tsvector generated always as (
    setweight(to_tsvector('english', coalesce(code, '') || ' ' || name), 'A')
    || setweight(to_tsvector('english', coalesce(definition, '') || ' ' || coalesce(why, '')), 'B')
  ) stored,
  primary key (organization_id, id),
  unique (organization_id, framework_id, key),
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade
);

create table statement (
  organization_id uuid not null,
  framework_id uuid not null,
  competency_id uuid not null,
  id uuid not null,
  position integer not null,
  kind text not null check (kind in ('indicator', 'underused', 'skilled', 'overused', 'activity', 'course',
    'resource', 'question', 'key', 'note')),
  level_key text,
  text text not null,
  ours boolean not null,
  also text[] not null,
  publication jsonb,
  primary key (organization_id, id),
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade,
  foreign key (organization_id, competency_id) references competency (organization_id, id) on delete cascade,
  check ((kind = 'indicator') = (level_key is not null))
);
create index statement_of_framework on statement (organization_id, framework_id);
create index statement_of_competency on statement (organization_id, competency_id);

-- The words of each statement, for search. A table of its own because of its policy below.
create table statement_words (
  organization_id uuid not null,
  -- The statement's.
  id uuid not null,
  competency_id uuid not null,
  words tsvector not null,
  primary key (organization_id, id),
  foreign key (organization_id, id) references statement (organization_id, id) on delete cascade
);
create index statement_words_found on statement_words using gin (words);

create table alignment (
  organization_id uuid not null,
  framework_id uuid not null,
  id uuid not null,
  position integer not null,
  from_key text not null,
  -- By name, not by key: the other framework may be loaded later, or never.
  to_framework text not null,
  to_competency text not null,
  type text not null check (type in ('exact', 'close', 'broader', 'narrower', 'related')),
  note text,
  primary key (organization_id, id),
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade
);
create index alignment_of_framework on alignment (organization_id, framework_id);
create index alignment_to on alignment (organization_id, to_framework, to_competency);

-- The second wall: one organisation's rows do not exist for another, whatever the query says.
-- Forced, so that it holds for the owner of the tables too.
alter table organization enable row level security;
alter table organization force row level security;
create policy own on organization
  using (id = nullif(current_setting('app.organization_id', true), '')::uuid);

alter table framework enable row level security;
alter table framework force row level security;
create policy own on framework
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);

alter table framework_level enable row level security;
alter table framework_level force row level security;
create policy own on framework_level
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);

alter table framework_group enable row level security;
alter table framework_group force row level security;
create policy own on framework_group
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);

alter table competency enable row level security;
alter table competency force row level security;
create policy own on competency
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);

alter table statement enable row level security;
alter table statement force row level security;
create policy own on statement
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);

-- PostgreSQL does not look up @@ in an index below row-level security: the operator might tell about rows that the policy
-- hides (it is not "leakproof", and only a superuser may call it so). A condition inside the policy itself may use the
-- index. So the words to look for are part of the policy: who reads this table sets app.search first, and sees only what
-- matches. At 20,000 statements that takes 2 ms instead of 10, and stays so when there are more. Each setting is read in
-- a select of its own, which runs once and not once a row.
alter table statement_words enable row level security;
alter table statement_words force row level security;
create policy found on statement_words for select
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)
    and words @@ (select nullif(current_setting('app.search', true), '')::tsquery));
create policy own on statement_words for insert
  with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);

alter table alignment enable row level security;
alter table alignment force row level security;
create policy own on alignment
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);

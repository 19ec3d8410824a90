-- Lists that a person makes of their workbook: for a CV, a career plan, an appraisal.
-- Safe: creates only.

-- What somebody did with a line of a list of theirs. The lines themselves follow from the answers; a line that nobody
-- has touched has no row.
create table profile_list_line (
  organization_id uuid not null references organization (id),
  id uuid not null,
  person_id uuid not null,
  list text not null check (list in ('cv', 'career', 'appraisal')),
  section text not null check (section in ('can', 'want', 'use', 'develop', 'seldom')),
  -- Where the line comes from: 'statement:' with the id of a statement, 'activity:' with the SHA-256 of the words of an
  -- activity (its row is another in each round), or 'own:' with an id, for a line written by hand.
  source text not null check (source ~ '^(statement|activity|own):.'),
  -- What the source said when the line was touched: should the answers change, an edited line still knows its origin.
  words text not null,
  -- In the person's own words; null: as the source says it.
  edited text,
  -- False: it was left out.
  included boolean not null,
  -- From 0, among the lines that were moved; null: it stands where the rule puts it.
  position integer,
  primary key (organization_id, id),
  unique (organization_id, person_id, list, section, source),
  foreign key (organization_id, person_id) references person (organization_id, id)
);

alter table profile_list_line enable row level security;
alter table profile_list_line force row level security;
create policy own on profile_list_line
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));

-- Privacy: wishes to be erased, and how long each kind of data is kept.
-- Safe: creates only.

-- Somebody wishes to be erased. The row stays when it is done, under the pseudonym.
create table erasure_wish (
  organization_id uuid not null references organization (id),
  id uuid not null,
  person_id uuid not null,
  -- In the person's own words, if they gave any; emptied when they are erased.
  reason text,
  state text not null check (state in ('open', 'done', 'refused', 'withdrawn')),
  made_at timestamptz not null,
  -- Who carried it out or refused it; null: nobody yet, or the person themselves took it back.
  settled_by uuid,
  settled_at timestamptz,
  -- Why it was refused.
  answer text,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create unique index erasure_wish_open_key on erasure_wish (organization_id, person_id) where state = 'open';
create index erasure_wish_of_person on erasure_wish (organization_id, person_id, made_at desc);
create index erasure_wish_in_order on erasure_wish (organization_id, made_at desc, id);

-- Who has been erased, and what they are called since.
create table erasure (
  organization_id uuid not null references organization (id),
  person_id uuid not null,
  pseudonym text not null,
  made_at timestamptz not null,
  primary key (organization_id, person_id),
  unique (organization_id, pseudonym),
  foreign key (organization_id, person_id) references person (organization_id, id)
);

-- How long a kind of data is kept, where the owner has decided otherwise than Sightline proposes.
create table retention_period (
  organization_id uuid not null references organization (id),
  kind text not null,
  -- null: for ever.
  months integer check (months > 0),
  primary key (organization_id, kind)
);

alter table erasure_wish enable row level security;
alter table erasure_wish force row level security;
create policy own on erasure_wish
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table erasure enable row level security;
alter table erasure force row level security;
create policy own on erasure
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table retention_period enable row level security;
alter table retention_period force row level security;
create policy own on retention_period
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));

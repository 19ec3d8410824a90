-- What would keep the schema from being spread over several machines by organization_id, or from another engine that
-- speaks PostgreSQL. No row: the schema is sound. `organization` itself and the list of migrations stay outside.
with tables as (
  select c.oid, c.relname as name, a.attnum as organization, a.attnotnull as required
  from pg_class c
  left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace
    and c.relkind in ('r', 'p')
    and c.relname not in ('organization', 'schema_migration')
),
constraints as (
  select t.name, t.organization, k.*, f.relname as target
  from tables t
  join pg_constraint k on k.conrelid = t.oid
  left join pg_class f on f.oid = k.confrelid
),
indexes as (
  select t.name, t.organization, i.*, c.relname as index, m.amname as method
  from tables t
  join pg_index i on i.indrelid = t.oid
  join pg_class c on c.oid = i.indexrelid
  join pg_am m on m.oid = c.relam
)
select name as table, 'has no organization_id' as problem
from tables where organization is null
union all
select name, 'organization_id may be null'
from tables where not required
union all
select name, 'has no primary key'
from tables t where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)
union all
select name, 'row-level security is not on, or not forced'
from tables t join pg_class c on c.oid = t.oid where not (c.relrowsecurity and c.relforcerowsecurity)
union all
select name, 'the unique index ' || index || ' does not hold organization_id'
from indexes where indisunique and organization is not null and not organization = any (indkey::int2[])
union all
select name, 'the index ' || index || ' is GiST'
from indexes where method = 'gist'
union all
select name, 'the index ' || index || ' is GIN over several columns'
from indexes where method = 'gin' and indnkeyatts > 1
union all
select name, 'the foreign key ' || conname || ' does not pair organization_id with organization_id'
from constraints k
where contype = 'f' and not exists (
  select
  from unnest(k.conkey, k.confkey) as pair (here, there)
  join pg_attribute a on a.attrelid = k.confrelid and a.attnum = pair.there
  where pair.here = k.organization and a.attname = case k.target when 'organization' then 'id' else 'organization_id' end
)
union all
select name, 'on delete, the foreign key ' || conname || ' would empty organization_id too'
from constraints
where contype = 'f' and confdeltype in ('n', 'd') and coalesce(cardinality(confdelsetcols), 0) = 0
union all
select name, 'the constraint ' || conname || ' is deferrable'
from constraints where condeferrable
union all
select name, 'the constraint ' || conname || ' is an exclusion'
from constraints where contype = 'x'
union all
select name, 'the column ' || a.attname || ' counts with a sequence'
from tables t
join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'
union all
select name, 'has the trigger ' || g.tgname
from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
order by 1, 2

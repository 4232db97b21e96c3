/** Names are found in any case of any letter: docs/decisions/0021-case.md. */
export const foldedNames = {
  name: '0007-folded-names',
  sql: `
-- Names that were kept in lower case are folded. Letters that are small already and have another form: each stands
-- before what it becomes. The rest is the same in both. The small i that İ became carries its dot along.
with letter as (
  select left(pair, 1) as small, substr(pair, 2) as folded
  from unnest(regexp_split_to_array('
      µμ ßss ıi ŉʼn ſs \u0345ι ςσ ϐβ ϑθ ϕφ ϖπ ϰκ ϱρ ϵε ևեւ ᲀв ᲁд ᲂо ᲃс ᲄт ᲅт ᲆъ ᲇѣ ᲈꙋ ẚaʾ ẛṡ ᾀἀι ᾁἁι ᾂἂι
      ᾃἃι ᾄἄι ᾅἅι ᾆἆι ᾇἇι ᾐἠι ᾑἡι ᾒἢι ᾓἣι ᾔἤι ᾕἥι ᾖἦι ᾗἧι ᾠὠι ᾡὡι ᾢὢι ᾣὣι ᾤὤι ᾥὥι ᾦὦι ᾧὧι ᾲὰι ᾳαι ᾴάι ᾷᾶι
      ῂὴι ῃηι ῄήι ῇῆι ῲὼι ῳωι ῴώι ῷῶι ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst ﬓմն ﬔմե ﬕմի ﬖվն ﬗմխ
    ', '[ \n]+')) as pair
  where pair <> ''
), undotted as (
  select c.cloud_id, c.id, replace(c.name_key, 'i\u0307', 'i') as name_key
  from conversation c
  where c.low_id is null
), folded as (
  select u.cloud_id, u.id, normalize(string_agg(coalesce(l.folded, s.sign), '' order by s.place), NFC) as name_key
  from undotted u
  cross join lateral regexp_split_to_table(u.name_key, '') with ordinality as s (sign, place)
  left join letter l on l.small = s.sign
  group by u.cloud_id, u.id
)
update conversation c set name_key = f.name_key
from folded f
where c.cloud_id = f.cloud_id and c.id = f.id and c.name_key <> f.name_key;
`,
};

/**
 * What the columns that hold nothing of persons are, as a person has looked at them. A column is personal (then it stands in
 * `seed/data-map.csv`), or one of these shapes says what it is; a column that smells of persons needs its own line here.
 */

/** Names that make one think of a person: no shape excuses them. */
export const SMELLS_PERSONAL =
  /(^|_)(name|names|phone|tel|mobile|email|mail|address|birth|birthday|born|gender|sex|login|ip|agent|cccd|cmnd|citizen|passport|identity|photo|portrait|person|account|owner|contact|signature|signer|honorific|nickname|alias|relative|spouse|health|religion|ethnicity|salary|bank|device|location|secret|token|password|hash|facts|fields|note|notes|comment|reason|reasons|body|text|answer|preview|message|words)(_|$)|_by$/;

interface Shape {
  readonly is: RegExp;
  readonly because: string;
}

/** Shapes of names that hold nothing of persons, whatever the table. */
export const SHAPES: readonly Shape[] = [
  {
    is: /^(id|code|uid|key|number|slug|version|sequence|position|chain_no|row_no|round_no|rank)$/,
    because: 'a key or a place in an order',
  },
  { is: /_(id|ids|code|no|rank|scale|sha256)$/, because: 'a key, a code, or the fingerprint of a file' },
  { is: /_(at|on|day|from|until)$|^(day|valid_from|valid_until)$/, because: 'a moment or a day of an act' },
  {
    is: /_(dong|total|official|associate|women|minority|regular|served|contracts|new|changed|unchanged|conflict|size|max|rate|share)$/,
    because: 'a sum of money or a count',
  },
  { is: /^(amount|visits|people|declared|counted|indent|decimals)$/, because: 'a figure' },
  { is: /^(is|has|in|was)_/, because: 'yes or no' },
  {
    is: /^(kind|state|status|level|act|act_kind|aspect|basis|source|outcome|decision|office|role|scope|form_code|section|unit|certainty|context|purpose|precision|relation|established_precision|rating|media_type|template_version|change_type)$/,
    because: 'a word of a closed list',
  },
  { is: /^(sheet|cell|field)$/, because: 'a place in a workbook' },
];

/** One by one, by what they are. */
const LOOKED_AT: readonly { readonly because: string; readonly columns: readonly string[] }[] = [
  {
    because: 'published law and what the office set as numbers',
    columns: [
      'legal.instrument.title',
      'legal.instrument.replaced_by',
      'legal.instrument.verified',
      'legal.rule_value.value',
      'legal.rule_value.citation',
      'legal.rule_value.verified',
      'legal.rule_value.note',
      'legal.rule_past.value',
      'legal.rule_past.citation',
      'legal.rule_past.verified',
      'legal.rule_past.note',
      'legal.rule_past.why',
    ],
  },
  {
    because: 'published lists of places and sectors',
    columns: [
      'places.edition.provinces',
      'places.edition.districts',
      'places.edition.communes',
      'places.equivalence.weighed_by',
      'places.equivalence.numerator',
      'places.equivalence.denominator',
      'places.unit_measure.area_km2',
      'places.unit_measure.population',
      'places.name_variant.other_spelling',
      'places.name_variant.seen_in',
      'places.unit.full_name',
      'places.unit.name',
      'places.unit.search_key',
      'places.unit.start_basis',
      'places.unit_change.share',
      'places.unit_change.resolution',
      'places.unit_change.note',
      'register.sector.name',
      'register.sector.short_name',
      'register.sector.vsic_2018',
    ],
  },
  {
    because: 'things of an organisation, and facts about it as a whole',
    columns: [
      'compliance.asset.title',
      'compliance.asset.made_year',
      'compliance.asset.origin',
      'compliance.asset.needs',
      'compliance.change.subject',
    ],
  },
  {
    because: 'a public body: its name, seat and telephone of the office',
    columns: [
      'organisations.alliance_version.name',
      'organisations.alliance_version.short_name',
      'organisations.alliance_version.province_name',
      'organisations.alliance_version.parent_body',
      'organisations.alliance_version.address',
      'organisations.alliance_version.phone',
      'organisations.alliance_version.email',
      'organisations.cluster_version.name',
      'organisations.cluster_version.short_name',
      'organisations.department.name',
      'organisations.department.phone',
    ],
  },
  {
    because: 'what an office is called, whoever holds it',
    columns: ['organisations.position.title', 'organisations.position.capacity'],
  },
  {
    because: 'how many organisations and rights a merger moves, and what files a package of a head unit holds',
    columns: [
      'reorganisation.handover.file_name',
      'reorganisation.handover.sha256',
      'reorganisation.handover.listing',
      'reorganisation.merger.plan',
      'reorganisation.merger.counts',
      'reorganisation.merger.undone_reason',
    ],
  },
  {
    because: 'hashes of the record of acts itself',
    columns: ['platform.audit_chain.hash', 'platform.event.previous_hash', 'platform.event.hash'],
  },
  {
    because: 'settings of the installation',
    columns: ['platform.setting.value'],
  },
  {
    because: 'how a factor works, not whose it is',
    columns: [
      'platform.passkey.sign_count',
      'platform.passkey.transports',
      'platform.session.method',
      'platform.spent_challenge.challenge_hash',
      'platform.totp_factor.last_step',
    ],
  },
  {
    because: 'whether a hashed attempt succeeded',
    columns: ['platform.sign_in_attempt.succeeded'],
  },
  {
    because: 'a salt of one day, forgotten when the day is over',
    columns: ['portal.visit_salt.salt'],
  },
  {
    because: 'the office that a page names as its source',
    columns: ['portal.article.source_line'],
  },
  {
    because: 'the published list of what a dossier holds, and which items came in',
    columns: [
      'membership.application.present',
      'membership.application.gaps',
      'membership.checklist_item.words',
      'membership.checklist_item.citation',
      'membership.checklist_item.verified',
    ],
  },
  {
    because: 'a value chain, its product, and how much of it',
    columns: [
      'chains.chain.name',
      'chains.chain.product',
      'chains.link.stage',
      'chains.link.volume',
      'chains.link.volume_unit',
    ],
  },
  {
    because: 'a year',
    columns: ['membership.due.year'],
  },
  {
    because: 'describes data and holds none',
    columns: ['privacy.assessment.body'],
  },
  {
    because: 'made by us from the day',
    columns: ['privacy.kept_export.name'],
  },
  {
    because: 'a credit fund: a legal person, no depositor, no borrower',
    columns: [
      'register.credit_fund.name',
      'register.credit_fund.search_text',
      'register.credit_fund.exact_text',
      'register.credit_fund.commune_text',
      'register.credit_fund.district_text',
      'register.credit_fund_change.fields',
    ],
  },
  {
    because: 'an organisation: a legal person, its commune, its registration',
    columns: [
      'register.act.values',
      'register.organisation.name',
      'register.organisation.short_name',
      'register.organisation.search_text',
      'register.organisation.exact_text',
      'register.organisation.code_missing_reason',
      'register.organisation.registering_body',
      'register.organisation.commune_text',
      'register.organisation.district_text',
      'register.organisation.status_since',
      'register.period_report.certificates',
    ],
  },
  {
    because: 'the dictionary of indicators and the texts of a call',
    columns: [
      'reporting.data_call.title',
      'reporting.finding_note.finding_key',
      'reporting.indicator.group_name',
      'reporting.indicator.name',
      'reporting.indicator.aggregation',
      'reporting.indicator.numerator',
      'reporting.indicator.denominator',
      'reporting.indicator.counted_by',
      'reporting.indicator.definition',
      'reporting.indicator.owner',
    ],
  },
  {
    because: 'a fingerprint of figures or papers',
    columns: ['reporting.submission.receipt', 'review.paper.sha256', 'review.snapshot.sha256'],
  },
  {
    because: 'a fixed name of a paper',
    columns: ['review.paper.name'],
  },
  {
    because: 'codes of unit and period',
    columns: ['workbooks.upload.assumed'],
  },
  {
    because: 'how a sample is drawn and what stands on its sheet, of organisations and imports',
    columns: [
      'inspection.item.stratum',
      'inspection.item.href',
      'inspection.item.result',
      'inspection.item.figure_name',
      'inspection.sample.population',
      'inspection.sample.strata',
      'inspection.sample.seed',
      'inspection.sample.size_wanted',
      'inspection.sample.population_count',
      'inspection.sample.fingerprint',
      'inspection.sample.columns',
    ],
  },
  {
    because: 'a quarter of a year',
    columns: ['people.access_review.quarter'],
  },
  {
    because: 'the address of a provider of the settings, and random numbers of one attempt',
    columns: [
      'platform.awaited_identity.issuer',
      'platform.external_identity.issuer',
      'platform.oidc_attempt.issuer',
      'platform.oidc_attempt.redirect_uri',
      'platform.oidc_attempt.nonce',
      'platform.oidc_attempt.verifier',
      'platform.oidc_attempt.way_back',
    ],
  },
  {
    because: 'which acts were given, by which paper, under which titles',
    columns: [
      'platform.delegation.acts',
      'platform.delegation.from_title',
      'platform.delegation.to_title',
      'platform.delegation.ground',
    ],
  },
  {
    because: 'figures about the machine and the course of jobs',
    columns: [
      'platform.health_sample.database_bytes',
      'platform.health_sample.answer_ms',
      'platform.health_sample.disk_free_bytes',
      'platform.health_sample.disk_total_bytes',
      'platform.health_sample.memory_free_bytes',
      'platform.health_sample.certificate_days_left',
      'platform.health_sample.certificate_problem',
      'platform.job_run.job',
      'platform.job_run.attempt',
      'platform.job_run.ended_by',
      'platform.job_run.sentence',
    ],
  },
  {
    because: 'codes and a fingerprint of what was proposed',
    columns: ['platform.proposal.subject', 'platform.proposal.seen_hash'],
  },
  {
    because: 'how many requests, and the size of a picture',
    columns: [
      'platform.request_count.requests',
      'portal.picture.large_width',
      'portal.picture.large_height',
      'portal.picture.small_width',
      'portal.picture.small_height',
    ],
  },
  {
    because: 'the published text of a consent, and how and in which function it was given',
    columns: [
      'rights.consent.text_id',
      'rights.consent.person_role',
      'rights.consent.channel',
      'rights.consent.withdrawn_channel',
      'rights.consent_text.title',
      'rights.consent_text.what',
      'rights.consent_text.why',
      'rights.consent_text.who',
      'rights.consent_text.how_long',
      'rights.consent_text.your_rights',
      'rights.consent_text.withdrawing',
      'rights.consent_text.if_refused',
      'rights.request.contact_text_id',
    ],
  },
  {
    because: 'the course of an incident without those concerned',
    columns: ['rights.incident.data_kinds', 'rights.incident.people_count', 'rights.incident_step.phase'],
  },
  {
    because: 'rules of keeping, their legal grounds, and the fingerprint of a certificate',
    columns: [
      'rights.hold.ground',
      'rights.request_act.ground',
      'rights.retention_rule.what',
      'rights.retention_rule.after_what',
      'rights.retention_rule.keep',
      'rights.retention_rule.keep_unit',
      'rights.retention_rule.ground',
      'rights.retention_rule.verified',
      'rights.retention_run.sha256',
    ],
  },
  {
    because: 'a salt of one day, forgotten when the day is over (requests)',
    columns: ['rights.request_salt.salt'],
  },
];

/** The reason of each column that was looked at. */
export const NOT_PERSONAL: Readonly<Record<string, string>> = Object.fromEntries(
  LOOKED_AT.flatMap(({ because, columns }) => columns.map((column) => [column, because])),
);

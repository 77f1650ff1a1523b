import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RoutingFacts, routeLead } from './routing.rules.ts';

const operator = 'operator';
const partner = { organizationId: 'contoso', isOperator: false, defaultLocationId: 'contoso-hq' };
const vendor = { organizationId: operator, isOperator: true, defaultLocationId: null };
const own = { organizationId: 'contoso', id: 'offer', locationId: 'munich', defaultLocationId: 'contoso-hq' };
const foreign = {
  organizationId: 'fabrikam',
  id: 'other',
  locationId: 'oslo',
  defaultLocationId: 'fabrikam-hq',
};

const facts = (given: Partial<RoutingFacts>): RoutingFacts => ({
  owner: partner,
  offerName: null,
  offer: undefined,
  locationId: null,
  isTest: false,
  operatorOrganizationId: operator,
  ...given,
});

const toPartner = (locationId: string | null, offerId: string | null = null) => ({
  organizationId: 'contoso',
  locationId,
  offerId,
  routed: true,
});
const waiting = { organizationId: operator, locationId: null, offerId: null, routed: false };

describe('RT-1, IN-4: where a lead goes', () => {
  it.each<[string, Partial<RoutingFacts>, object]>([
    [
      'RT-1 to the location that the offer names',
      { offerName: 'c.o', offer: own },
      toPartner('munich', 'offer'),
    ],
    [
      'RT-1 to the default location when the offer names none',
      { offerName: 'c.o', offer: { ...own, locationId: null } },
      toPartner('contoso-hq', 'offer'),
    ],
    [
      'RT-1 to nowhere in particular when the partner has no default',
      { offerName: 'c.o', offer: { ...own, locationId: null, defaultLocationId: null } },
      toPartner(null, 'offer'),
    ],
    [
      'RT-1 the location that a sender names beats the offer’s',
      { offerName: 'c.o', offer: own, locationId: 'berlin' },
      toPartner('berlin', 'offer'),
    ],
    ['RT-1 a profile page names its location', { locationId: 'berlin' }, toPartner('berlin')],
    ['RT-1 without offer and location, to the default', {}, toPartner('contoso-hq')],
    ['IN-4 an offer that nobody lists waits with the operator', { offerName: 'c.unknown' }, waiting],
    [
      'IN-4 an offer of another partner waits with the operator',
      { offerName: 'f.o', offer: foreign },
      waiting,
    ],
    [
      'IN-8 a test lead of an unknown offer still reaches the partner whose door it is',
      { offerName: 'c.unknown', isTest: true },
      toPartner('contoso-hq'),
    ],
    [
      'IN-8 a test lead of another partner’s offer does not reach that partner',
      { offerName: 'f.o', offer: foreign, isTest: true },
      toPartner('contoso-hq'),
    ],
    [
      'RT-1 through the operator’s door, the offer decides the partner',
      { owner: vendor, offerName: 'c.o', offer: own },
      toPartner('munich', 'offer'),
    ],
    ['IN-4 through the operator’s door without an offer it waits', { owner: vendor }, waiting],
    ['IN-4 through the operator’s door an unknown offer waits', { owner: vendor, offerName: 'x.y' }, waiting],
    ['IN-4 through the operator’s door a test lead waits too', { owner: vendor, isTest: true }, waiting],
  ])('%s', (_rule, given, expected) => {
    expect(routeLead(facts(given))).toMatchObject(expected);
  });

  const organization = fc.constantFrom('contoso', 'fabrikam', 'northwind');
  const place = fc.option(fc.constantFrom('a', 'b'), { nil: null });
  const anyFacts: fc.Arbitrary<RoutingFacts> = fc
    .record({
      owner: fc.record({
        organizationId: organization,
        isOperator: fc.boolean(),
        defaultLocationId: place,
      }),
      offerName: fc.option(fc.constantFrom('p.one', 'p.two'), { nil: null }),
      offer: fc.option(
        fc.record({
          organizationId: organization,
          id: fc.constant('offer'),
          locationId: place,
          defaultLocationId: place,
        }),
        { nil: undefined },
      ),
      locationId: place,
      isTest: fc.boolean(),
    })
    .map((given) => ({
      ...given,
      owner: given.owner.isOperator ? { ...given.owner, organizationId: operator } : given.owner,
      offer: given.offerName === null ? undefined : given.offer,
      operatorOrganizationId: operator,
    }));

  it('RT-1, IN-4 never another partner: behind a partner’s door it is that partner or the operator', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const route = routeLead(given);
        const reachable = given.owner.isOperator
          ? [operator, given.offer?.organizationId]
          : [operator, given.owner.organizationId];
        expect(reachable).toContain(route.organizationId);
      }),
      { numRuns: 500 },
    );
  });

  it('RT-1, IN-4 every lead goes somewhere, says why, and waits only with the operator', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const route = routeLead(given);
        expect(route.reason).toMatch(/^[A-Z].{15,}\.$/);
        expect(route.routed).toBe(route.organizationId !== operator);
        if (!route.routed) expect(route).toMatchObject({ locationId: null, offerId: null });
        if (route.offerId !== null) expect(route.organizationId).toBe(given.offer?.organizationId);
      }),
      { numRuns: 500 },
    );
  });
});

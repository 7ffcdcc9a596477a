import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { factId, specFor } from '@alongside/kernel/testing';
import type { LocalityEstablished, LocalityHostNamed } from '../../contracts.js';
import type { EstablishLocality, NameLocalityHost } from './locality.commands.js';
import { hostOn, hostsFrom, locality } from './locality.decider.js';

const { given } = specFor(locality);
const localityId = uuid5('Wessex');
const [host, nextHost] = [uuid5('QRL'), uuid5('RW1')];
const open = { registeredOn: '2022-07-01', closedOn: null };
const correcting = (index: number) => ({ eventId: factId(index), reason: 'enteredInError' as const });

const established = (data: Partial<LocalityEstablished['data']> = {}): LocalityEstablished => ({
  type: 'LocalityEstablished',
  data: { localityId, name: 'Wessex', hostOrganisationId: host, effectiveOn: '2023-01-01', ...data },
});
const hostNamed = (effectiveOn = '2025-04-01'): LocalityHostNamed => ({
  type: 'LocalityHostNamed',
  data: { localityId, hostOrganisationId: nextHost, effectiveOn },
});
const establish = (part: Partial<EstablishLocality> = {}): EstablishLocality => ({
  type: 'EstablishLocality',
  localityId,
  name: ' Wessex ',
  hostOrganisationId: host,
  host: open,
  effectiveOn: '2023-01-01',
  ...part,
});
const nameHost = (part: Partial<NameLocalityHost> = {}): NameLocalityHost => ({
  type: 'NameLocalityHost',
  hostOrganisationId: nextHost,
  host: open,
  effectiveOn: '2025-04-01',
  ...part,
});

describe('establishing a locality', () => {
  it('names the organisation that hosts it', () => {
    given().when(establish()).then(established());
  });
  it('refuses one that is established', () => {
    given(established()).when(establish()).thenRejected('LocalityAlreadyEstablished');
  });
  it('refuses one without a name', () => {
    given()
      .when(establish({ name: '' }))
      .thenRejected('NameMissing');
  });
  it('refuses a host that is unknown, not yet there, or closed', () => {
    given()
      .when(establish({ host: null }))
      .thenRejected('HostUnknown');
    given()
      .when(establish({ effectiveOn: '2022-06-30' }))
      .thenRejected('HostNotOpen');
    given()
      .when(establish({ host: { ...open, closedOn: '2023-01-01' } }))
      .thenRejected('HostNotOpen');
  });
  it('can be corrected up to the day of the next fact', () => {
    given(established(), hostNamed())
      .when(establish({ effectiveOn: '2025-04-01', corrects: correcting(0) }))
      .then({ ...established({ effectiveOn: '2025-04-01' }), corrects: correcting(0) });
    given(established(), hostNamed())
      .when(establish({ effectiveOn: '2025-04-02', corrects: correcting(0) }))
      .thenRejected('AfterLaterFact', { fact: '2025-04-01' });
    given(established(), hostNamed())
      .when(establish({ corrects: correcting(1) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('naming another host', () => {
  it('keeps the former host for the days before', () => {
    given(established()).when(nameHost()).then(hostNamed());
    const { state } = given(established(), hostNamed());
    expect([hostOn(state, '2022-12-31'), hostOn(state, '2025-03-31'), hostOn(state, '2025-04-01')]).toEqual([
      undefined,
      host,
      nextHost,
    ]);
  });
  it('records nothing where it is the host', () => {
    given(established(), hostNamed()).when(nameHost()).thenNothing();
  });
  it('refuses before the locality was established', () => {
    given().when(nameHost()).thenRejected('LocalityNotEstablished');
    given(established())
      .when(nameHost({ effectiveOn: '2022-12-31' }))
      .thenRejected('BeforeLocalityEstablished', { on: '2023-01-01' });
  });
  it('refuses a host that is unknown or closed', () => {
    given(established())
      .when(nameHost({ host: null }))
      .thenRejected('HostUnknown');
    given(established())
      .when(nameHost({ host: { ...open, closedOn: '2025-04-01' } }))
      .thenRejected('HostNotOpen');
  });
  it('can be corrected, but does not correct the establishing', () => {
    given(established(), hostNamed())
      .when(nameHost({ effectiveOn: '2025-05-01', corrects: correcting(1) }))
      .then({ ...hostNamed('2025-05-01'), corrects: correcting(1) });
    given(established(), hostNamed())
      .when(nameHost({ corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
    given(established())
      .when(nameHost({ corrects: correcting(7) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('hosting from a day on', () => {
  const { state } = given(established(), hostNamed());

  it('is of whoever hosts on the day or will later', () => {
    expect(hostsFrom(state, host, '2025-03-31')).toBe(true);
    expect(hostsFrom(state, nextHost, '2025-03-31')).toBe(true);
    expect(hostsFrom(state, nextHost, '2022-01-01')).toBe(true);
  });

  it('is not of whoever hosted until the day before', () => {
    expect(hostsFrom(state, host, '2025-04-01')).toBe(false);
    expect(hostsFrom(state, uuid5('RX2'), '2022-01-01')).toBe(false);
  });
});

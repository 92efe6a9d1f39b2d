import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Face, faces, pointsOf } from '../../src/domain/rounds/faces.ts';
import { canPlot, drawnReach, outerRadius, radius, ringRadius, shaftsMm, toHit, valueOfHit } from './plot-geometry.ts';

const plotted = faces.filter(canPlot);
const anyFace = fc.constantFrom(...plotted);
const anyAngle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
const anyShaft = fc.constantFrom(...shaftsMm);
const at = (distance: number, angle: number) => toHit(distance * Math.cos(angle), distance * Math.sin(angle));
const points = (face: Face, x: number, y: number, shaft: number) =>
  pointsOf(face, valueOfHit(face, { x, y }, shaft)) ?? assert.fail('a value that the face has not');

describe('an arrow on a drawn face', () => {
  it('in the middle of a zone has that zone’s value, on every face of the catalogue, at every angle', () => {
    assert.ok(plotted.length > 40);
    for (const face of plotted) {
      for (const [index, zone] of face.zones.entries()) {
        const inner = face.zones[index - 1];
        const middle = (ringRadius(face, zone) + (inner ? ringRadius(face, inner) : 0)) / 2;
        for (const angle of [0, 1, 2.5, 4, 5.5]) {
          assert.equal(valueOfHit(face, at(inner ? middle : 0, angle), 0), zone.value, `${face.id} ${zone.value}`);
        }
      }
    }
  });

  it('has the higher value when its shaft touches the line, and the lower when it is clear of it', () => {
    fc.assert(
      fc.property(anyFace, anyShaft, anyAngle, fc.nat(), (face, shaft, angle, pick) => {
        const index = pick % face.zones.length;
        const zone = face.zones[index];
        assert.ok(zone);
        const shaftThousandths = (shaft / 10 / face.diameterCm) * radius;
        const line = ringRadius(face, zone) + shaftThousandths;
        const higher = points(face, (line - 1) * Math.cos(angle), (line - 1) * Math.sin(angle), shaft);
        const lower = points(face, (line + 1) * Math.cos(angle), (line + 1) * Math.sin(angle), shaft);
        assert.ok(higher >= zone.points, `${face.id} ${zone.value}: ${higher}`);
        assert.ok(lower <= zone.points);
        const next = face.zones[index + 1];
        // Only an X and the ring round it are worth the same.
        if (next === undefined || next.points < zone.points) assert.ok(lower < zone.points);
      }),
    );
  });

  it('is never worth more farther out, nor with a thinner shaft', () => {
    const anyDistance = fc.integer({ min: 0, max: 1_200 });
    fc.assert(
      fc.property(anyFace, anyAngle, anyDistance, anyDistance, anyShaft, anyShaft, (face, angle, a, b, s, t) => {
        const [near, far] = [at(Math.min(a, b), angle), at(Math.max(a, b) + 2, angle)];
        assert.ok(points(face, near.x, near.y, s) >= points(face, far.x, far.y, s));
        assert.ok(points(face, near.x, near.y, Math.max(s, t)) >= points(face, near.x, near.y, Math.min(s, t)));
      }),
    );
  });

  it('beside the rings is a miss, and the drawing has room for it', () => {
    for (const face of plotted) {
      assert.ok(drawnReach(face) > outerRadius(face) * 1.1);
      assert.equal(valueOfHit(face, toHit(0, outerRadius(face) * 1.13), 5), 'M', face.id);
    }
  });
});

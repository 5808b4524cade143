import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import type { FaultRule } from '../faults/faultProfile';
import type { WrittenAnswer } from './answerQuestion';

const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Sends a body, or as much of it as a fault lets through. */
export async function sendBody(
  response: Response,
  { text, isJson }: WrittenAnswer,
  fault: FaultRule | undefined,
): Promise<void> {
  const bytes = Buffer.from(text);
  const half = bytes.subarray(0, bytes.length >> 1);
  response.status(200);
  response.setHeader('Content-Type', isJson ? jsonType : 'text/plain');
  switch (fault?.kind) {
    case 'html':
      response.setHeader('Content-Type', 'text/html');
      response.end('<html><body>The gateway is busy.</body></html>');
      return;
    case 'invalidJson':
      response.end(half);
      return;
    case 'cutBody':
      response.setHeader('Content-Length', bytes.length);
      response.write(half, () => response.socket?.destroy());
      return;
    case 'slowBody':
      response.write(half);
      await wait(fault.milliseconds);
      response.end(bytes.subarray(half.length));
      return;
    default:
      response.end(bytes);
  }
}

import {
  Button,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Text,
} from '@backstage/ui';
import type { Person } from './readPeople';

/** One person to sign in as. */
export const PersonCard = (props: { person: Person; onEnter(): void }) => (
  <Card>
    <CardHeader>
      <Text as="h2" variant="title-small" weight="bold">
        {props.person.title}
      </Text>
    </CardHeader>
    <CardBody>
      <Text as="p">{props.person.description}</Text>
    </CardBody>
    <CardFooter>
      <Button
        aria-label={`Enter as ${props.person.title}`}
        onPress={() => props.onEnter()}
      >
        Enter
      </Button>
    </CardFooter>
  </Card>
);

// With CI set, Backstage's test databases come from Docker, which not every machine has. These tests
// run on SQLite, and on the PostgreSQL that a connection string names. An empty value asks for Docker.
process.env.BACKSTAGE_TEST_DISABLE_DOCKER ??= '1';

//! One database behind two engines: SQLite inside the program by default, PostgreSQL when several machines share.

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

/// The store could not be opened. Worded for whoever starts the program.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address is neither a file nor a PostgreSQL server.
    #[error("`{0}` is not a database address: give postgres://user@host/name, or leave it out for the built-in store")]
    Address(String),
    /// The engine refused.
    #[error("the database can't be opened: {0}")]
    Engine(#[from] sqlx::Error),
    /// The tables are of a later version, or a migration failed.
    #[error("the database can't be brought to this version: {0}; the data are as they were")]
    Migration(#[from] sqlx::migrate::MigrateError),
}

/// An open store.
#[derive(Clone, Debug)]
pub enum Db {
    /// One writer (SQLite allows no more) and several readers, which never wait for it (WAL).
    Sqlite {
        /// Readers.
        read: SqlitePool,
        /// The one writer.
        write: SqlitePool,
    },
    /// A PostgreSQL server.
    Postgres(PgPool),
}

/// A connection to read, or a transaction to write.
#[derive(Debug)]
pub enum Conn {
    /// Reads on SQLite.
    SqliteRead(PoolConnection<Sqlite>),
    /// The one write transaction of SQLite.
    SqliteWrite(Transaction<'static, Sqlite>),
    /// Reads on PostgreSQL.
    PostgresRead(PoolConnection<Postgres>),
    /// A write transaction on PostgreSQL.
    PostgresWrite(Transaction<'static, Postgres>),
}

/// What the statement macros match on.
pub(crate) enum Raw<'a> {
    Sqlite(&'a mut SqliteConnection),
    Postgres(&'a mut PgConnection),
}

impl Conn {
    pub(crate) fn raw(&mut self) -> Raw<'_> {
        match self {
            Conn::SqliteRead(c) => Raw::Sqlite(c),
            Conn::SqliteWrite(t) => Raw::Sqlite(t),
            Conn::PostgresRead(c) => Raw::Postgres(c),
            Conn::PostgresWrite(t) => Raw::Postgres(t),
        }
    }

    /// Makes the writes durable. On a reading connection there is nothing to do.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Conn::SqliteWrite(t) => t.commit().await,
            Conn::PostgresWrite(t) => t.commit().await,
            Conn::SqliteRead(_) | Conn::PostgresRead(_) => Ok(()),
        }
    }
}

impl Db {
    /// Opens (and makes, if need be) the store and brings it to this version.
    pub async fn open(address: &str) -> Result<Db, OpenError> {
        let db = if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Db::postgres(address).await?
        } else if address.contains("://") {
            return Err(OpenError::Address(address.to_owned()));
        } else {
            Db::sqlite(Path::new(address)).await?
        };
        db.migrate().await?;
        Ok(db)
    }

    async fn sqlite(file: &Path) -> Result<Db, OpenError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(20))
            .pragma("cache_size", "-8000")
            .pragma("temp_store", "memory");
        let write = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
        let read = SqlitePoolOptions::new().max_connections(4).connect_with(options.pragma("query_only", "on")).await?;
        Ok(Db::Sqlite { read, write })
    }

    async fn postgres(address: &str) -> Result<Db, OpenError> {
        let options = PgConnectOptions::from_str(address)?.application_name("indaba");
        let pool = PgPoolOptions::new().max_connections(12).connect_with(options).await?;
        Ok(Db::Postgres(pool))
    }

    async fn migrate(&self) -> Result<(), sqlx::migrate::MigrateError> {
        match self {
            Db::Sqlite { write, .. } => sqlx::migrate!("migrations/sqlite").run(write).await,
            Db::Postgres(pool) => sqlx::migrate!("migrations/postgres").run(pool).await,
        }
    }

    /// A connection to read.
    pub async fn read(&self) -> Result<Conn, sqlx::Error> {
        Ok(match self {
            Db::Sqlite { read, .. } => Conn::SqliteRead(read.acquire().await?),
            Db::Postgres(pool) => Conn::PostgresRead(pool.acquire().await?),
        })
    }

    /// A transaction to write. SQLite takes its write lock at once, so that a second process waits instead of failing.
    pub async fn write(&self) -> Result<Conn, sqlx::Error> {
        Ok(match self {
            Db::Sqlite { write, .. } => Conn::SqliteWrite(write.begin_with("BEGIN IMMEDIATE").await?),
            Db::Postgres(pool) => Conn::PostgresWrite(pool.begin().await?),
        })
    }

    /// A connection that sees the store as it is now, however long it reads and whoever writes meanwhile. It cannot
    /// write on SQLite and is not meant to.
    pub async fn snapshot(&self) -> Result<Conn, sqlx::Error> {
        Ok(match self {
            Db::Sqlite { read, .. } => Conn::SqliteWrite(read.begin().await?),
            Db::Postgres(pool) => {
                let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Conn::PostgresWrite(pool.begin_with(begin).await?)
            }
        })
    }

    /// Closes every connection; what was committed is on disk.
    pub async fn close(&self) {
        match self {
            Db::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }
}

//! Four ways to run a statement, each written once for both engines.
//!
//! The SQL is a string literal with `$1`-style places, which both engines read alike. A test collects every
//! literal that stands in one of these macros and prepares it on both engines.

/// All rows, as `Vec<T>`.
macro_rules! all {
    ($conn:expr, $row:ty, $sql:literal $(, $arg:expr)* $(,)?) => {
        match $conn.raw() {
            $crate::store::Raw::Sqlite(c) => sqlx::query_as::<_, $row>($sql)$(.bind($arg))*.fetch_all(c).await,
            $crate::store::Raw::Postgres(c) => sqlx::query_as::<_, $row>($sql)$(.bind($arg))*.fetch_all(c).await,
        }
    };
}

/// The first row, if there is one.
macro_rules! first {
    ($conn:expr, $row:ty, $sql:literal $(, $arg:expr)* $(,)?) => {
        match $conn.raw() {
            $crate::store::Raw::Sqlite(c) => sqlx::query_as::<_, $row>($sql)$(.bind($arg))*.fetch_optional(c).await,
            $crate::store::Raw::Postgres(c) => sqlx::query_as::<_, $row>($sql)$(.bind($arg))*.fetch_optional(c).await,
        }
    };
}

/// One number: `count!(conn, "SELECT COUNT(*) ...", args)`.
macro_rules! count {
    ($conn:expr, $sql:literal $(, $arg:expr)* $(,)?) => {
        match $conn.raw() {
            $crate::store::Raw::Sqlite(c) => sqlx::query_scalar::<_, i64>($sql)$(.bind($arg))*.fetch_one(c).await,
            $crate::store::Raw::Postgres(c) => sqlx::query_scalar::<_, i64>($sql)$(.bind($arg))*.fetch_one(c).await,
        }
    };
}

/// No rows wanted; gives how many were touched.
macro_rules! run {
    ($conn:expr, $sql:literal $(, $arg:expr)* $(,)?) => {
        match $conn.raw() {
            $crate::store::Raw::Sqlite(c) => sqlx::query($sql)$(.bind($arg))*.execute(c).await.map(|r| r.rows_affected()),
            $crate::store::Raw::Postgres(c) => sqlx::query($sql)$(.bind($arg))*.execute(c).await.map(|r| r.rows_affected()),
        }
    };
}

//! Every route × every role: what the table of `access` refuses is answered with 401 or 403, whatever the handler is.

use crate::house::TestHouse;
use axum::http::Method;
use indaba::access::{Action, Role, allows};
use indaba::commands::bench::client::{Asked, Client};
use indaba::web::router;
use std::sync::Arc;

#[tokio::test]
async fn what_the_table_refuses_is_refused_at_every_address() {
    let houses = TestHouse::open().await;
    let house = &houses[0];
    let perspective = house.perspective(0, "Seasons are short.").await;
    let rows = router::table(Arc::clone(&house.app)).rows;
    let mut client = Client::connect(house.address).await.unwrap();
    let mut refused = 0;
    for role in Role::ALL {
        let token = house.token(role).await;
        for (method, path, action) in rows.iter().filter(|(_, _, action)| !allows(role, *action)) {
            let path = filled(path, house, &perspective);
            let asked = Asked { method: method.as_str(), path: &path, token: token.as_deref(), ..Asked::default() };
            let reply = client.send(asked).await.unwrap();
            let status = reply.status.as_u16();
            assert!(status == 401 || status == 403, "{method} {path} as {}: {status} ({action:?})", role.as_str());
            assert_eq!(status == 401, role == Role::Visitor, "{method} {path} as {}: {status}", role.as_str());
            refused += 1;
        }
    }
    assert!(refused > 0, "the table refuses nobody anything");
}

#[tokio::test]
async fn what_the_table_grants_to_read_is_not_refused() {
    let houses = TestHouse::open().await;
    let house = &houses[0];
    let perspective = house.perspective(0, "Seasons are short.").await;
    let rows = router::table(Arc::clone(&house.app)).rows;
    for role in [Role::Delegate, Role::Secretariat] {
        let token = house.token(role).await;
        let reading = |(method, path, action): &&(Method, &str, Action)| {
            *method == Method::GET && allows(role, *action) && !path.contains("events") && *action != Action::ManageSelf
        };
        for (_, path, action) in rows.iter().filter(reading) {
            let path = filled(path, house, &perspective);
            let reply = house.get(&path, token.as_deref()).await;
            let status = reply.status.as_u16();
            assert!(!matches!(status, 401 | 403 | 500..), "GET {path} as {}: {status} ({action:?})", role.as_str());
        }
    }
}

/// An address of the route table with things that are there.
fn filled(path: &str, house: &TestHouse, perspective: &str) -> String {
    path.replace("{slug}", &house.slug)
        .replace("{question_id}", &house.questions[0])
        .replace("{perspective_id}", perspective)
        .replace("{reference}", "3.1")
        .replace("{number}", "3")
        .replace("{role}", "delegate")
        .replace("{practice}", "1")
        .replace("{measure}", "1")
        .replace("{decision}", "1")
        .replace("{format}", "csv")
        .replace(['{', '}'], "")
}

//! What the README shows is what the program prints.

#[test]
fn examples_are_real_output() {
    trycmd::TestCases::new().case("README.md");
}

// A shared object that is no policy.
extern "C" int something_else();
int something_else() {
  return 0;
}

// The other language's page opens at the same heading: both have the same headings in the same order.
const headings = () => [...document.querySelectorAll("article h1, article h2, article h3")];

document.addEventListener("DOMContentLoaded", () => {
  const wanted = location.hash.match(/^#heading-(\d+)$/);
  if (wanted) headings()[Number(wanted[1])]?.scrollIntoView();
  for (const link of document.querySelectorAll("a.language")) {
    link.addEventListener("click", () => {
      const passed = headings().filter((heading) => heading.getBoundingClientRect().top < 120);
      link.hash = passed.length > 1 ? `heading-${passed.length - 1}` : "";
    });
  }
});
